-- The two roles of the platform. koko_owner owns the tables and migrates; koko_platform serves: it owns nothing, and
-- row-level security binds it. Neither is a superuser. Passwords are set apart from this file.
CREATE ROLE koko_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE koko_platform LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;

-- A request that waits longer than this has lost its reader; a transaction that idles keeps others waiting.
ALTER ROLE koko_platform SET statement_timeout = '30s';
ALTER ROLE koko_platform SET lock_timeout = '10s';
ALTER ROLE koko_platform SET idle_in_transaction_session_timeout = '30s';
