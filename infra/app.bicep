// Punkt itself, as a container. Everything it needs to know stands in `env`; none of it is a secret.

param name string
param location string
param image string
param registryServer string
param identityId string
param identityClientId string
param tenantId string
param tenants array
param storeEndpoint string
param storeDatabase string
param ssoAppId string
param language string
param logLevel string
param retentionDays int
param minReplicas int
param maxReplicas int
param workspaceId string
param insightsId string

var port = 3978

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    // By diagnostic settings below: without a key of the workspace.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource environmentLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // HTTPS only. The platform's ingress takes TLS 1.2 and newer, which cannot be lowered.
      ingress: {
        external: true
        allowInsecure: false
        transport: 'http'
        targetPort: port
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
    }
    template: {
      // Requests that run, and what is being sent, end before the copy does (Punkt takes 10 s at most for the first).
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'punkt'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat([
            { name: 'PORT', value: string(port) }
            { name: 'PUNKT_MODE', value: 'production' }
            { name: 'PUNKT_STORE', value: 'cosmos' }
            { name: 'COSMOS_ENDPOINT', value: storeEndpoint }
            { name: 'COSMOS_DATABASE', value: storeDatabase }
            { name: 'PUNKT_LOG_LEVEL', value: logLevel }
            { name: 'PUNKT_LANGUAGE', value: language }
            { name: 'PUNKT_FORMS', value: 'dialog' }
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenantId }
            { name: 'PUNKT_TENANTS', value: join(tenants, ',') }
            { name: 'PUNKT_HOST', value: '${name}.${environment.properties.defaultDomain}' }
          ], empty(ssoAppId) ? [] : [
            { name: 'PUNKT_SSO_APP_ID', value: ssoAppId }
          ], retentionDays == 0 ? [] : [
            { name: 'PUNKT_RETENTION_DAYS', value: string(retentionDays) }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 3
              timeoutSeconds: 2
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              // Patient: while the store is silent for all copies, Punkt's own "not saved" says more than no answer.
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

resource watch 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insightsId}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: '${name}-ready'
    Enabled: true
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    // Amsterdam, Dublin, Paris.
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: {
      RequestUrl: 'https://${app.properties.configuration.ingress.fqdn}/readyz'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
