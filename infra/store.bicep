// The store: Cosmos DB for NoSQL in one region of the EU. It has no keys: only identities with the data role get in.

param name string
param location string
param serverless bool
param backup string
param lock bool

@description('Principals that read and write the data.')
param writers array
param workspaceId string

@description('RU/s that the database scales up to where it is not serverless.')
param maxThroughput int = 1000

var databaseName = 'punkt'

// As src/store/cosmos/containers.ts creates them; a test compares the two.
var containers = [
  {
    id: 'meetings'
    partitionKey: {
      paths: [
        '/meetingId'
      ]
      version: 2
    }
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/meetingId/?' }
        { path: '/version/?' }
        { path: '/collection/?' }
        { path: '/partOf/?' }
      ]
      excludedPaths: [
        { path: '/*' }
      ]
    }
  }
  {
    id: 'drafts'
    partitionKey: {
      paths: [
        '/meetingId'
      ]
      version: 2
    }
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/*' }
      ]
      excludedPaths: [
        { path: '/description/?' }
        { path: '/recommendations/[]/text/?' }
        { path: '/recommendations/[]/sentence/?' }
        { path: '/decisions/[]/text/?' }
        { path: '/decisions/[]/earlier/*' }
        { path: '/notes/[]/text/?' }
        { path: '/notes/[]/earlier/*' }
        { path: '/value/*' }
        { path: '/split/*' }
        { path: '/part/?' }
        { path: '/writeId/?' }
        { path: '/"_etag"/?' }
      ]
    }
  }
  {
    id: 'conversations'
    partitionKey: {
      paths: [
        '/conversationId'
      ]
      version: 2
    }
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/conversationId/?' }
        { path: '/collection/?' }
        { path: '/waitsUntil/?' }
        { path: '/partOf/?' }
      ]
      excludedPaths: [
        { path: '/*' }
      ]
    }
  }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    // The log rests on a create that exists once in the world: one region writes.
    enableMultipleWriteLocations: false
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    capabilities: serverless ? [
      { name: 'EnableServerless' }
    ] : []
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: backup
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
    options: serverless ? {} : {
      autoscaleSettings: {
        maxThroughput: maxThroughput
      }
    }
  }
}

// No time to live: the head of a log would expire before its end.
resource databaseContainers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = [for container in containers: {
  parent: database
  name: container.id
  properties: {
    resource: {
      id: container.id
      partitionKey: {
        kind: 'Hash'
        paths: container.partitionKey.paths
        version: container.partitionKey.version
      }
      indexingPolicy: container.indexingPolicy
    }
  }
}]

// Cosmos DB Built-in Data Contributor.
var dataContributor = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'

resource dataRoles 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = [for writer in writers: {
  parent: account
  name: guid(account.id, writer, dataContributor)
  properties: {
    principalId: writer
    roleDefinitionId: dataContributor
    scope: account.id
  }
}]

// Who managed the account. Not the requests: their partition keys are conversations.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
  }
}

resource guard 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'minutes-are-kept-here'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Meetings and their minutes. Remove this lock only to remove them.'
  }
}

output endpoint string = account.properties.documentEndpoint
output database string = databaseName
