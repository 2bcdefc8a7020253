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

    // Every domain has the sender name DoNotReply. One that Azure provides allows no other, and a new domain of one's own only after its
    // quota was raised.
    resource sender 'senderUsernames' = if (own && senderName != 'DoNotReply') {
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

// What sending takes, and no more: no built-in role is as small.
resource sendsMail 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'rectify-sends-mail')
  properties: {
    roleName: 'Rectify sends mail (${token})'
    description: 'Sends mails by Communication Services, and asks what became of them.'
    type: 'CustomRole'
    permissions: [
      {
        actions: [
          'Microsoft.Communication/CommunicationServices/Read'
          'Microsoft.Communication/CommunicationServices/Write'
          'Microsoft.Communication/EmailServices/Write'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
    assignableScopes: [resourceGroup().id]
  }
}

resource mayMail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: service
  name: guid(service.id, identityName, sendsMail.id)
  properties: {
    roleDefinitionId: sendsMail.id
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = 'https://${service.properties.hostName}/'
output sender string = '${own ? senderName : 'DoNotReply'}@${emailService::domain.properties.mailFromSenderDomain}'
