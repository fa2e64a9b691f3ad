// Punkt in one resource group: identity, logs, image registry, store, app and bot. No secret stands here or comes out.
// Deploy it twice: first without an image, then, once the image is in the registry, with its tag (README, "Deployment").

targetScope = 'resourceGroup'

@description('Begins the names of all resources; another one for test than for production.')
@minLength(3)
@maxLength(12)
param name string

@description('Where everything runs and all data stands: a region of the EU.')
@allowed([
  'austriaeast'
  'belgiumcentral'
  'denmarkeast'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param location string

@description('Tag of the image punkt in the registry, such as 0.1.0. Empty: everything but app and bot.')
param imageTag string = ''

@description('Tenants (GUIDs) whose conversations are served.')
param tenants array = [
  tenant().tenantId
]

@description('person: everybody is answered in their own language; da or en: all in one.')
@allowed([
  'person'
  'da'
  'en'
])
param language string = 'person'

@description('How much is logged.')
@allowed([
  'debug'
  'info'
  'warn'
  'error'
])
param logLevel string = 'info'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('App registration (client id) for sign-in to the page, TEAMS_SSO_APP_ID of the app package; empty: people come to the page by links.')
param ssoAppId string = ''

@description('Days after its end that a meeting whose minutes were exported is erased; 0 keeps all.')
@minValue(0)
@maxValue(99999)
param retentionDays int = 0

@description('Copies of Punkt that run at least. They share the store safely.')
@minValue(1)
@maxValue(5)
param minReplicas int = 1

@description('Copies of Punkt that run at most.')
@minValue(1)
@maxValue(5)
param maxReplicas int = 5

@description('Cosmos DB account; another name after a restore.')
param storeName string = '${name}-${uniqueString(resourceGroup().id)}'

@description('Cosmos DB: pay by request (true), or throughput that scales by itself (false).')
param serverless bool = true

@description('How far back the store can be restored to any second.')
@allowed([
  'Continuous7Days'
  'Continuous30Days'
])
param backup string = 'Continuous30Days'

@description('Guards the store against being removed by mistake.')
param lockStore bool = true

@description('Object ids (users or groups of Entra) that may use the command line on the store.')
param operators array = []

@description('F0 is free and enough for Teams; S1 has a service level agreement.')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'F0'

@description('Where the bot registration is kept.')
@allowed([
  'westeurope'
  'global'
])
param botLocation string = 'westeurope'

var deployApp = !empty(imageTag)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module logs 'logs.bicep' = {
  name: 'logs'
  params: {
    name: name
    location: location
    days: logDays
  }
}

module registry 'registry.bicep' = {
  name: 'registry'
  params: {
    name: '${replace(name, '-', '')}${uniqueString(resourceGroup().id)}'
    location: location
    pullerId: identity.properties.principalId
  }
}

module store 'store.bicep' = {
  name: 'store'
  params: {
    name: storeName
    location: location
    serverless: serverless
    backup: backup
    lock: lockStore
    writers: concat([identity.properties.principalId], operators)
    workspaceId: logs.outputs.workspaceId
  }
}

module app 'app.bicep' = if (deployApp) {
  name: 'app'
  params: {
    name: name
    location: location
    image: '${registry.outputs.server}/punkt:${imageTag}'
    registryServer: registry.outputs.server
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tenantId: tenant().tenantId
    tenants: tenants
    storeEndpoint: store.outputs.endpoint
    storeDatabase: store.outputs.database
    ssoAppId: ssoAppId
    language: language
    logLevel: logLevel
    retentionDays: retentionDays
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    workspaceId: logs.outputs.workspaceId
    insightsId: logs.outputs.insightsId
  }
}

module bot 'bot.bicep' = if (deployApp) {
  name: 'bot'
  params: {
    name: '${name}-${uniqueString(resourceGroup().id)}'
    location: botLocation
    sku: botSku
    host: deployApp ? app.outputs.host : ''
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tenantId: tenant().tenantId
  }
}

@description('Registry that the image is built into.')
output registryName string = registry.outputs.name

@description('MicrosoftAppId of the app package.')
output botAppId string = identity.properties.clientId

@description('TEAMS_HOST of the app package.')
output host string = deployApp ? app.outputs.host : ''

@description('COSMOS_ENDPOINT for the command line.')
output storeEndpoint string = store.outputs.endpoint
