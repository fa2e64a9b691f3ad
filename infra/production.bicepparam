using './main.bicep'

param name = 'punkt'
param location = 'northeurope'
param botSku = 'S1'
// Who may use the command line on the store (object id of an Entra group):
param operators = []
// What runs: the tag of the image; empty before there is one.
param imageTag = readEnvironmentVariable('IMAGE_TAG', '')
