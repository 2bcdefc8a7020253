#!/bin/sh
# Tells the build which backend of the orchestrations the deployment has chosen: the scheduler needs its package in the build. MSBuild
# reads the file by its name. Runs in the folder of the function app.
set -eu
case "${RECTIFY_DURABLE_BACKEND:-storage}" in
  storage) backend=Storage ;;
  scheduler) backend=Scheduler ;;
  *) echo "RECTIFY_DURABLE_BACKEND is storage or scheduler; got $RECTIFY_DURABLE_BACKEND" >&2; exit 1 ;;
esac
mkdir -p obj
printf '<Project><PropertyGroup><DurableBackend>%s</DurableBackend></PropertyGroup></Project>\n' "$backend" \
  >obj/Rectify.Functions.csproj.backend.props
