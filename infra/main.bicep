targetScope = 'subscription'

// The parameters that `azd up` asks for or takes from its environment. docs/deploy.md explains each of them.

@description('Name of the azd environment; stands in the names of all resources.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region of the resources. It must offer Flex Consumption.')
@minLength(1)
param location string

@description('The supervising office, as it signs mails.')
param officeName string

@description('Address of the office: receives its own copies. Empty: none.')
param officeEmail string = ''

@description('Code of the office in its document numbers (机关代字).')
param officeDocumentCode string = '平安督'

@description('Code of the office in its replies to consultations.')
param officeReplyCode string = '平安函'

@description('Where readers reach the app, ending in /. Empty: the address that the platform gives.')
param baseAddress string = ''

@description('How mail goes out: acs (Communication Services), smtp (a server of your own), none (nothing is sent; for a trial).')
@allowed(['acs', 'smtp', 'none'])
param mailMode string = 'acs'

@description('Where Communication Services keep mail at rest.')
param mailDataLocation string = 'Asia Pacific'

@description('Domain to send from, verified by DNS records. Empty: a domain that Azure gives, for trials.')
param mailDomain string = ''

@description('Whether the DNS records of mailDomain are verified: only then can it be linked and used.')
param mailDomainVerified bool = false

@description('Part of the sender address before the @. A new domain has DoNotReply and takes others only after its quota was raised.')
param mailSenderName string = 'DoNotReply'

@secure()
@description('Secret of 16 characters or more, with which Event Grid reports what became of mails. Empty: no reports. Give it after the first deployment: the app has to answer the handshake.')
param mailEventsKey string = ''

@description('Server for mailMode smtp.')
param smtpHost string = ''

@description('Address that mails come from with mailMode smtp.')
param smtpSender string = ''

@description('Who signs in to the server; empty to send without.')
param smtpUser string = ''

@secure()
@description('Password of smtpUser.')
param smtpPassword string = ''

@secure()
@description('Key of the officer role. Empty: there is no such key, and people sign in with Entra ID.')
param officerKey string = ''

@description('Client id of the Entra app registration for sign-in. Empty: no sign-in, keys only.')
param signInClientId string = ''

@description('Claim that carries the unit of a caller in the role unit.')
param signInUnitClaim string = 'unitId'

@description('Durable backend: storage (Azure Storage) or scheduler (Durable Task Scheduler).')
@allowed(['storage', 'scheduler'])
param durableBackend string = 'storage'

@description('Whether storage is reached over private endpoints only.')
param privateNetwork bool = false

@description('Who is told when something is wrong. Empty: alerts are kept in the portal and sent to nobody.')
param alertEmail string = ''

@description('Whether the ledger is locked against deletion. `azd down` fails while it is.')
param ledgerLock bool = true

@description('Redundancy of the ledger. Zone-redundant where the region has zones.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_GRS', 'Standard_LRS'])
param ledgerRedundancy string = 'Standard_ZRS'

@description('Instances that the app may grow to. The work is small: the limit protects the mail quota and the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 10

@secure()
@description('Further keys, each as name|role|key or name|unit|key|unit id, with ; between them.')
param accessKeys string = ''

@description('Language of the office\'s own copies: zh-CN or en. Empty: zh-CN.')
param officeLanguage string = ''

@description('Rulebook of the region. Empty: the one in force.')
param officeRulebook string = ''

@description('Consulting bodies that may have the whole register of who is barred, separated by commas.')
param officeRegisterReaders string = ''

@description('How replies to consulting bodies go out: atOnce or byOfficer. Empty: atOnce.')
param officeReplies string = ''

@description('Beginning of the tables\' names, where several installations share an account. Empty: Rectify.')
param tablesPrefix string = ''

@description('How long ended orchestrations are kept, in days, or never. Empty: 400.')
param retentionDays string = ''

@description('Mails handed over in a minute at most. Empty: the quota of a new domain with acs, no limit otherwise.')
param mailPerMinute string = ''

@description('Mails handed over in an hour at most. Empty: as above.')
param mailPerHour string = ''

@description('Port of the server. Empty: by smtpTls.')
param smtpPort string = ''

@description('startTls or implicit. Empty: startTls.')
param smtpTls string = ''

@description('SHA-256 of a certificate to trust besides those of known authorities.')
param smtpFingerprint string = ''

@description('How long handing one mail over may take. Empty: 30.')
param smtpTimeoutSeconds string = ''

@description('Least level that the app writes to the log. Empty: Information.')
param logLevel string = ''

@description('Collector for traces and metrics besides Application Insights. Empty: none.')
param otlpEndpoint string = ''

@description('Instances that always wait for orchestrations; each is billed while it waits.')
@minValue(0)
param alwaysReadyDurable int = 1

@description('Amount a month, in the currency of the subscription, of which alertEmail is told when it is reached. 0: no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the month in which the budget begins, yyyy-MM-01. Given once, and then kept.')
param budgetStart string = ''

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rectify-${environmentName}'
  location: location
  tags: tags
}

module rectify 'rectify.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    officeName: officeName
    officeEmail: officeEmail
    officeDocumentCode: officeDocumentCode
    officeReplyCode: officeReplyCode
    baseAddress: baseAddress
    mailMode: mailMode
    mailDataLocation: mailDataLocation
    mailDomain: mailDomain
    mailDomainVerified: mailDomainVerified
    mailSenderName: mailSenderName
    mailEventsKey: mailEventsKey
    smtpHost: smtpHost
    smtpSender: smtpSender
    smtpUser: smtpUser
    smtpPassword: smtpPassword
    officerKey: officerKey
    signInClientId: signInClientId
    signInUnitClaim: signInUnitClaim
    durableBackend: durableBackend
    privateNetwork: privateNetwork
    alertEmail: alertEmail
    ledgerLock: ledgerLock
    ledgerRedundancy: ledgerRedundancy
    maximumInstances: maximumInstances
    accessKeys: accessKeys
    officeLanguage: officeLanguage
    officeRulebook: officeRulebook
    officeRegisterReaders: officeRegisterReaders
    officeReplies: officeReplies
    tablesPrefix: tablesPrefix
    retentionDays: retentionDays
    mailPerMinute: mailPerMinute
    mailPerHour: mailPerHour
    smtpPort: smtpPort
    smtpTls: smtpTls
    smtpFingerprint: smtpFingerprint
    smtpTimeoutSeconds: smtpTimeoutSeconds
    logLevel: logLevel
    otlpEndpoint: otlpEndpoint
    alwaysReadyDurable: alwaysReadyDurable
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_TENANT_ID string = tenant().tenantId
output SERVICE_FUNCTIONS_NAME string = rectify.outputs.appName
output SERVICE_FUNCTIONS_URI string = rectify.outputs.appUri
output RECTIFY_IDENTITY_CLIENT_ID string = rectify.outputs.identityClientId
output RECTIFY_IDENTITY_PRINCIPAL_ID string = rectify.outputs.identityPrincipalId
output RECTIFY_LEDGER_ACCOUNT string = rectify.outputs.ledgerAccount
output RECTIFY_MAIL_SENDER string = rectify.outputs.mailSender
