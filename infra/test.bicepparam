using './main.bicep'

param name = 'punkt-test'
param location = 'northeurope'
param logLevel = 'debug'
param logDays = 30
param maxReplicas = 2
param backup = 'Continuous7Days'
param lockStore = false
// What runs: the tag of the image; empty before there is one.
param imageTag = readEnvironmentVariable('IMAGE_TAG', '')
