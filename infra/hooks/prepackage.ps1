# Tells the build which backend of the orchestrations the deployment has chosen: the scheduler needs its package in the build. MSBuild
# reads the file by its name. Runs in the folder of the function app.
$ErrorActionPreference = 'Stop'
$chosen = if ($env:RECTIFY_DURABLE_BACKEND) { $env:RECTIFY_DURABLE_BACKEND } else { 'storage' }
$backend = switch -CaseSensitive ($chosen) {
    'storage' { 'Storage' }
    'scheduler' { 'Scheduler' }
    default { throw "RECTIFY_DURABLE_BACKEND is storage or scheduler; got $chosen" }
}
New-Item -ItemType Directory -Force -Path obj | Out-Null
$props = "<Project><PropertyGroup><DurableBackend>$backend</DurableBackend></PropertyGroup></Project>"
Set-Content -Path obj/Rectify.Functions.csproj.backend.props -Value $props
