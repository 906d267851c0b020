#!/bin/bash
# Succeeds if the application and its database answer. The image has neither curl nor wget to rely on.
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}" || exit 1
printf 'GET /actuator/health HTTP/1.0\r\n\r\n' >&3
grep -q '"status":"UP"' <&3
