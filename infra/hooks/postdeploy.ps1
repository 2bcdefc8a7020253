# Asks the app that was just deployed whether it can do its work, and says what is missing.
$ErrorActionPreference = 'Stop'
if (-not $env:SERVICE_FUNCTIONS_URI) { throw 'SERVICE_FUNCTIONS_URI is set by the deployment' }
$base = $env:SERVICE_FUNCTIONS_URI
$attempts = if ($env:RECTIFY_READY_ATTEMPTS) { [int]$env:RECTIFY_READY_ATTEMPTS } else { 30 }
for ($left = $attempts; $left -gt 0; $left--) {
    try {
        $answer = Invoke-WebRequest -Uri "$base/api/health/ready" -TimeoutSec 60 -SkipHttpErrorCheck
        if ($answer.StatusCode -eq 200) {
            Write-Host "Ready: $base`n$($answer.Content)"
            exit 0
        }
        $last = "$($answer.StatusCode)`n$($answer.Content)"
    }
    catch {
        $last = $_.Exception.Message
    }
    if ($left -gt 1) { Start-Sleep -Seconds 10 }
}
[Console]::Error.WriteLine("Not ready: $base/api/health/ready answers $last")
exit 1
