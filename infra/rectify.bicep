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

var acsSettings = mailMode == 'acs'
  ? { Mail__Acs: mail!.outputs.endpoint, Mail__Sender: sender, Mail__EventsKey: mailEventsKey }
  : {}

var smtpSettings = mailMode == 'smtp'
  ? { Mail__Smtp__Host: smtpHost, Mail__Smtp__User: smtpUser, Mail__Smtp__Password: smtpPassword, Mail__Sender: sender }
  : {}

// Settings named AzureFunctionsJobHost__… override host.json, so that the same package works with both backends of the orchestrations.
var schedulerSettings = durableBackend == 'scheduler'
  ? {
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
    }
  : {}

var emailSettings = empty(officeEmail) ? {} : { Office__Email: officeEmail }

var keySettings = empty(officerKey) ? {} : { Access__OfficerKey: officerKey }

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
        Access__UnitClaim: signInUnitClaim
        Data__Tables: ledgerStorage.outputs.tableEndpoint
        Office__DocumentCode: officeDocumentCode
        Office__ReplyCode: officeReplyCode
        Office__Name: officeName
        TASKHUB_NAME: taskHub
      },
      emailSettings,
      acsSettings,
      smtpSettings,
      schedulerSettings,
      keySettings
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
    email: alertEmail
  }
}

output appName string = app.outputs.name
output appUri string = app.outputs.uri
output identityClientId string = identity.properties.clientId
output identityPrincipalId string = identity.properties.principalId
output ledgerAccount string = ledgerStorage.outputs.name
output mailSender string = sender
