#!/bin/sh
# Asks the app that was just deployed whether it can do its work, and says what is missing.
set -eu
base=${SERVICE_FUNCTIONS_URI:?is set by the deployment}
attempts=${RECTIFY_READY_ATTEMPTS:-30}
while [ "$attempts" -gt 0 ]; do
  answer=$(curl --silent --show-error --max-time 60 --write-out '\n%{http_code}' "$base/api/health/ready" || true)
  status=${answer##*
}
  if [ "$status" = 200 ]; then
    printf 'Ready: %s\n%s\n' "$base" "${answer%???}"
    exit 0
  fi
  attempts=$((attempts - 1))
  [ "$attempts" -eq 0 ] || sleep 10
done
printf 'Not ready: %s/api/health/ready answers %s\n%s\n' "$base" "${status:-nothing}" "${answer%???}" >&2
exit 1
