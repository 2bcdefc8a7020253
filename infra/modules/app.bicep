// The function app, on a plan (Flex Consumption) without costs while the app is idle.

param location string
param tags object
param name string
param identityId string
param identityClientId string

@description('Container that holds the deployed package.')
param packageContainerUri string

@description('Subnet to reach storage through; empty for none.')
param subnetId string

param maximumInstances int

@description('Instances that always wait for orchestrations; 0 for none.')
param alwaysReadyDurable int

@description('Client id of the Entra app registration; empty for no sign-in.')
param signInClientId string

@description('Where readers reach the app; empty for the address that the platform gives.')
param baseAddress string

@secure()
@description('The app settings.')
param settings object

var signsIn = !empty(signInClientId)

// Sign-in with Entra ID without a client secret: the app registration trusts the app's managed identity (federated credential).
var identityAssertion = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    clientAffinityEnabled: false
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances

        // With the queues of Azure Storage a group of instances without one that waits may be slow to wake for a due step.
        alwaysReady: alwaysReadyDurable > 0 ? [{ name: 'durable', instanceCount: alwaysReadyDurable }] : []
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      settings,
      { Office__BaseAddress: empty(baseAddress) ? 'https://${app.properties.defaultHostName}/' : baseAddress },
      signsIn ? { '${identityAssertion}': identityClientId } : {}
    )
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource signIn 'config' = if (signsIn) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        // Requests without a sign-in are let through, because callers with keys, feeds and health checks have none. The app itself decides
        // about each request.
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      httpSettings: { requireHttps: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            clientSecretSettingName: identityAssertion
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: [signInClientId, 'api://${signInClientId}'] }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
    dependsOn: [appSettings]
  }
}

output id string = app.id
output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
