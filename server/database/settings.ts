/** How our PostgreSQL is set: one socket, one way to sign in, nothing lost, and no confidential word in its log. */

/**
 * The whole of `postgresql.conf`, written anew at every start.
 * Errors of statements are not logged at all (`log_min_messages = log` ranks above ERROR): their first line alone
 * can quote what somebody wrote. The client still receives them.
 * A crashed session ends the whole server (`restart_after_crash = off`), so that there is one way back: the supervisor.
 * A backup that stands still keeps no more than 4 GB of the journal from being cleared away: then it fails, not the disk.
 * Queries do not run in parallel: small containers have no shared memory for it.
 */
export const settings = `# Written by Parley at every start: changes made here are lost.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 200
password_encryption = 'scram-sha-256'
ssl = off
allow_alter_system = off

fsync = on
synchronous_commit = on
full_page_writes = on
restart_after_crash = off

shared_buffers = '128MB'
work_mem = '4MB'
maintenance_work_mem = '64MB'
min_wal_size = '80MB'
max_wal_size = '512MB'
max_wal_senders = 2
max_slot_wal_keep_size = '4GB'
max_logical_replication_workers = 0
max_parallel_workers_per_gather = 0
huge_pages = off
jit = off
io_method = 'sync'

timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
default_text_search_config = 'pg_catalog.simple'

cluster_name = 'parley'
update_process_title = off
log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] '
log_min_messages = log
log_error_verbosity = terse
log_statement = 'none'
log_min_error_statement = panic
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = ''
log_disconnections = off
`

/**
 * The whole of `pg_hba.conf`: everybody signs in with a password, on the socket, and in no other way.
 * Whole copies of the database (`replication`) are for its owner alone.
 */
export const signIn = 'local all all scram-sha-256\nlocal replication parley_owner scram-sha-256\n'
