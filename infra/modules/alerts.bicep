// Alerts on the app's metrics (functions/Rectify.Office/Observability/Signals.cs has their names) and on its HTTP answers.

param location string
param tags object
param token string
param workspaceId string
param appId string
param appUri string
param insightsId string

@description('Who is told; empty for nobody.')
param email string

var reconcileAbsence = 'AppMetrics | where Name == "rectify.reconcile.duration"'
var rules = [
  {
    name: 'step-late'
    title: 'A step of a case was carried out late'
    text: 'A reminder, deadline or sanction end was recorded more than five minutes after it fell due.'
    query: 'AppMetrics | where Name == "rectify.step.lateness" and Max > 300'
    severity: 1
    window: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed or was missing'
    text: 'The reconcile timer had to replace an orchestration; the log says which and why.'
    query: 'AppMetrics | where Name == "rectify.reconcile.findings" and Sum > 0'
    severity: 2
    window: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'mail-failed'
    title: 'A mail was refused, or its outcome is unknown'
    text: 'Somebody may not have been told; the outbox says who and why.'
    query: 'AppMetrics | where Name == "rectify.mails" and Sum > 0 | where tostring(Properties["rectify.mail.state"]) in ("failed", "unknown")'
    severity: 2
    window: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'reconcile-absent'
    title: 'The reconcile timer has not run through for three hours'
    text: 'Nothing compares ledger and orchestrations any more: lost wake-ups stay lost.'
    query: reconcileAbsence
    severity: 1
    window: 'PT3H'
    every: 'PT30M'
    operator: 'LessThan'
    threshold: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'rectify-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'rectify'
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource measured 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'rectify-${rule.name}-${token}'
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: rule.text
      severity: rule.severity
      enabled: true
      autoMitigate: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.window

      // The table of metrics exists only after the first measurement, so that the query cannot be validated before.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]

resource errors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'rectify-server-errors-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app answered with 5xx.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server-errors'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}

// Asks the app from outside whether it is ready, from several places, so that an outage is noticed that the app itself cannot report.
resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'rectify-ready-${token}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'rectify-ready-${token}'
    Name: 'The app is ready'
    Enabled: true
    Frequency: 900
    Timeout: 120
    Kind: 'standard'
    RetryEnabled: true
    Locations: map(['apac-hk-hkn-azr', 'apac-sg-sin-azr', 'apac-jp-kaw-edge'], place => { Id: place })
    Request: {
      RequestUrl: '${appUri}/api/health/ready'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'rectify-not-ready-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app was not ready, asked from two places or more.'
    severity: 1
    enabled: true
    scopes: [readiness.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}
