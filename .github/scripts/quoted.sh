#!/usr/bin/env bash
# The shell of steps that print what anyone may have written: GitHub obeys no command within it, such as ::error::.
# https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands
token=$(openssl rand -hex 16)
trap 'echo "::$token::"' EXIT
echo "::stop-commands::$token"
bash -e -o pipefail "$1"
