// The Event Grid subscription that sends the delivery report of each mail to the app.

param tags object
param token string
param communicationServiceName string

@secure()
@description('What the reports show, so that nobody else can write them.')
param key string

@secure()
@description('Where the reports go. It must answer the handshake when this is deployed.')
param endpoint string

resource service 'Microsoft.Communication/communicationServices@2023-04-01' existing = {
  name: communicationServiceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'rectify-${token}'
  location: 'global'
  tags: tags
  properties: {
    source: service.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }

  resource reports 'eventSubscriptions' = {
    name: 'mail-reports'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: endpoint
          deliveryAttributeMappings: [
            {
              name: 'x-mail-events-key'
              type: 'Static'
              properties: {
                isSecret: true
                value: key
              }
            }
          ]
          maxEventsPerBatch: 1
        }
      }
      filter: { includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived'] }
      retryPolicy: {
        eventTimeToLiveInMinutes: 1440
        maxDeliveryAttempts: 30
      }
    }
  }
}
