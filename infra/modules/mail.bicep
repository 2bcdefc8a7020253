// Azure Communication Services with a domain to send mails from, which the app uses with its managed identity.

param tags object
param token string

@description('Where mail is kept at rest.')
param dataLocation string

@description('Empty for a domain that Azure gives.')
param domainName string

@description('Whether the DNS records of domainName are verified.')
param domainVerified bool

@description('Before the @.')
param senderName string

@description('Shown beside the address.')
param displayName string

@description('Identity that may send.')
param identityName string

var communicationAndEmailServiceOwner = '09976791-48a7-449e-bb21-39d1a415f350'
var own = !empty(domainName)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource emailService 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: 'rectify-mail-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }

  resource domain 'domains' = {
    name: own ? domainName : 'AzureManagedDomain'
    location: 'global'
    tags: tags
    properties: {
      domainManagement: own ? 'CustomerManaged' : 'AzureManaged'
      userEngagementTracking: 'Disabled'
    }

    // A domain that Azure provides has the sender name DoNotReply and allows no other.
    resource sender 'senderUsernames' = if (own) {
      name: senderName
      properties: {
        username: senderName
        displayName: displayName
      }
    }
  }
}

resource service 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: 'rectify-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation

    // A custom domain is linked only after its DNS records are verified; see docs/deploy.md.
    linkedDomains: own && !domainVerified ? [] : [emailService::domain.id]
  }
}

resource mayMail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: service
  name: guid(service.id, identityName, communicationAndEmailServiceOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      communicationAndEmailServiceOwner
    )
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = 'https://${service.properties.hostName}/'
output sender string = '${own ? senderName : 'DoNotReply'}@${emailService::domain.properties.mailFromSenderDomain}'
