using './main.bicep'

param name = 'punkt'
param location = 'northeurope'
param minReplicas = 2
param botSku = 'S1'
// Who may use the command line on the store (object id of an Entra group):
param operators = []
