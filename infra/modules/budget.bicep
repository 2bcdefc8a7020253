// Tells a person when this resource group costs more than was planned.

@description('Amount a month, in the currency of the subscription.')
param amount int

@description('First day of the month in which the budget begins.')
param start string

param email string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'rectify'
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: { startDate: '${start}T00:00:00Z' }
    notifications: {
      reached: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 120
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
