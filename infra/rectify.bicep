// The resources of one installation, in its resource group. The parameters are passed on from main.bicep.

param location string
param tags object
param token string
param officeName string
param officeEmail string
param officeDocumentCode string
param officeReplyCode string
param baseAddress string
param mailMode string
param mailDataLocation string
param mailDomain string
param mailDomainVerified bool
param mailSenderName string
@secure()
param mailEventsKey string
param smtpHost string
param smtpSender string
param smtpUser string
@secure()
param smtpPassword string
@secure()
param officerKey string
param signInClientId string
param signInUnitClaim string
param durableBackend string
param privateNetwork bool
param alertEmail string
param ledgerLock bool
param ledgerRedundancy string
param maximumInstances int
@secure()
param accessKeys string
param officeLanguage string
param officeRulebook string
param officeRegisterReaders string
param officeReplies string
param tablesPrefix string
param retentionDays string
param mailPerMinute string
param mailPerHour string
param smtpPort string
param smtpTls string
param smtpFingerprint string
param smtpTimeoutSeconds string
param logLevel string
param otlpEndpoint string
param alwaysReadyDurable int
param monthlyBudget int
param budgetStart string

var appName = 'rectify-${token}'
var packageContainer = 'packages'
var taskHub = 'Rectify${token}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'rectify-${token}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    identityName: identity.name
  }
}

// The storage account of the Functions host: packages, leases, timers, and the queues and tables of the orchestrations.
module hostStorage 'modules/storage.bicep' = {
  params: {
    location: location
    tags: tags
    name: 'rectifyhost${token}'
    redundancy: 'Standard_LRS'
    containers: [packageContainer]
    identityName: identity.name
    roles: ['blobOwner', 'queueContributor', 'tableContributor']
    closed: privateNetwork
    locked: false
  }
}

// The storage account of the office's data: ledger, register, outbox. It is separate from the host's account, so that it can have its own
// redundancy, lock and role assignments.
module ledgerStorage 'modules/storage.bicep' = {
  params: {
    location: location
    tags: tags
    name: 'rectifydata${token}'
    redundancy: ledgerRedundancy
    containers: []
    identityName: identity.name
    roles: ['tableContributor']
    closed: privateNetwork
    locked: ledgerLock
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    location: location
    tags: tags
    token: token
    endpoints: [
      { account: hostStorage.outputs.name, id: hostStorage.outputs.id, service: 'blob' }
      { account: hostStorage.outputs.name, id: hostStorage.outputs.id, service: 'queue' }
      { account: hostStorage.outputs.name, id: hostStorage.outputs.id, service: 'table' }
      { account: ledgerStorage.outputs.name, id: ledgerStorage.outputs.id, service: 'table' }
    ]
  }
}

module mail 'modules/mail.bicep' = if (mailMode == 'acs') {
  params: {
    tags: tags
    token: token
    dataLocation: mailDataLocation
    domainName: mailDomain
    domainVerified: mailDomainVerified
    senderName: mailSenderName
    displayName: officeName
    identityName: identity.name
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableBackend == 'scheduler') {
  params: {
    location: location
    tags: tags
    token: token
    taskHub: taskHub
    identityName: identity.name
  }
}

var sender = mailMode == 'acs' ? mail!.outputs.sender : smtpSender

// What is empty counts for the app as not set, so that every setting can be given by a parameter and none has to be.
var acsSettings = mailMode == 'acs'
  ? { Mail__Acs: mail!.outputs.endpoint, Mail__Sender: sender, Mail__EventsKey: mailEventsKey }
  : {}

var smtpSettings = mailMode == 'smtp'
  ? {
      Mail__Smtp__Host: smtpHost
      Mail__Smtp__Port: smtpPort
      Mail__Smtp__Tls: smtpTls
      Mail__Smtp__User: smtpUser
      Mail__Smtp__Password: smtpPassword
      Mail__Smtp__Fingerprint: smtpFingerprint
      Mail__Smtp__TimeoutSeconds: smtpTimeoutSeconds
      Mail__Sender: sender
    }
  : {}

// Settings named AzureFunctionsJobHost__… override host.json, so that the same package works with both backends of the orchestrations.
var schedulerSettings = durableBackend == 'scheduler'
  ? {
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
    }
  : {
      // The queues are asked at least so often. With the host's own default of 30 seconds a step could start that much late.
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: '00:00:10'
    }

var keys = map(filter(split(accessKeys, ';'), key => !empty(trim(key))), key => split(trim(key), '|'))
var keyRecords = map(keys, (key, index) => {
  'Access__Keys__${index}__Name': key[0]
  'Access__Keys__${index}__Role': key[1]
  'Access__Keys__${index}__Key': key[2]
  'Access__Keys__${index}__UnitId': length(key) > 3 ? key[3] : ''
})
var keySettings = reduce(keyRecords, {}, (all, one) => union(all, one))

// The logging library takes no empty level, and the exporter no empty address.
var logSettings = empty(logLevel) ? {} : { Logging__LogLevel__Default: logLevel }
var otlpSettings = empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }

module app 'modules/app.bicep' = {
  params: {
    location: location
    tags: tags
    name: appName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    packageContainerUri: '${hostStorage.outputs.blobEndpoint}${packageContainer}'
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    alwaysReadyDurable: alwaysReadyDurable
    signInClientId: signInClientId
    baseAddress: baseAddress
    settings: union(
      {
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
        AZURE_CLIENT_ID: identity.properties.clientId
        AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobEndpoint
        AzureWebJobsStorage__clientId: identity.properties.clientId
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__queueServiceUri: hostStorage.outputs.queueEndpoint
        AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableEndpoint
        // The app answers / itself.
        AzureWebJobsDisableHomepage: 'true'
        Access__OfficerKey: officerKey
        Access__UnitClaim: signInUnitClaim
        Data__Tables: ledgerStorage.outputs.tableEndpoint
        Data__TablesPrefix: tablesPrefix
        Durable__RetentionDays: retentionDays
        Mail__PerHour: mailPerHour
        Mail__PerMinute: mailPerMinute
        Office__DocumentCode: officeDocumentCode
        Office__Email: officeEmail
        Office__Language: officeLanguage
        Office__Name: officeName
        Office__ReplyCode: officeReplyCode
        Office__Rulebook: officeRulebook
        Office__RegisterReaders: officeRegisterReaders
        Office__Replies: officeReplies
        TASKHUB_NAME: taskHub
      },
      acsSettings,
      smtpSettings,
      schedulerSettings,
      keySettings,
      logSettings,
      otlpSettings
    )
  }
}

module reports 'modules/reports.bicep' = if (mailMode == 'acs' && !empty(mailEventsKey)) {
  params: {
    tags: tags
    token: token
    communicationServiceName: 'rectify-${token}'
    endpoint: '${app.outputs.uri}/api/mail-events'
    key: mailEventsKey
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    appId: app.outputs.id
    appUri: app.outputs.uri
    insightsId: monitoring.outputs.insightsId
    email: alertEmail
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(alertEmail) && !empty(budgetStart)) {
  params: {
    amount: monthlyBudget
    start: budgetStart
    email: alertEmail
  }
}

output appName string = app.outputs.name
output appUri string = app.outputs.uri
output identityClientId string = identity.properties.clientId
output identityPrincipalId string = identity.properties.principalId
output ledgerAccount string = ledgerStorage.outputs.name
output mailSender string = sender
