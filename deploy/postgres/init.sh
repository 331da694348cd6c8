#!/usr/bin/env bash
# First start of the PostgreSQL container: both roles, their passwords, and a database that the owner owns.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --file=/koko/roles.sql
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$KOKO_OWNER_PASSWORD" --set=platform_password="$KOKO_PLATFORM_PASSWORD" <<'SQL'
ALTER ROLE koko_owner PASSWORD :'owner_password';
ALTER ROLE koko_platform PASSWORD :'platform_password';
CREATE DATABASE koko OWNER koko_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE koko FROM PUBLIC;
GRANT CONNECT ON DATABASE koko TO koko_platform;
SQL
