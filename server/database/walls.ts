/** The catalogue lint: reads PostgreSQL's own catalogues and names every place where a wall could be seen through. */
import type { ClientBase } from 'pg'
import type { RoleNames } from './roles.ts'

/** The shape every policy on a table with rooms must have, as PostgreSQL prints it. */
const seatPolicy = '(room_id IN ( SELECT s.room_id FROM parley.sits s WHERE (s.role = CURRENT_USER)))'

const checks: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'table without forced row security',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('parley', 'door') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    what: 'table without a policy',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('parley', 'door') and c.relkind in ('r', 'p')
            and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  },
  {
    what: 'table of a room without room_id',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'parley' and c.relkind in ('r', 'p')
            and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'room_id' and a.attnotnull)`,
  },
  {
    what: 'unique key that does not begin with its room',
    sql: `select i.indexrelid::regclass::text as found from pg_index i
          join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where n.nspname = 'parley' and i.indisunique and a.attname is distinct from 'room_id'`,
  },
  {
    what: 'policy of another shape',
    sql: `select format('%s.%s', p.polrelid::regclass, p.polname) as found from pg_policy p
          join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'parley' and not (
            (p.polname = 'seat' and c.relname <> 'sits' and p.polcmd = '*' and p.polpermissive and p.polwithcheck is null
              and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g') = (select policy from given))
            or (p.polname = 'seat' and c.relname = 'sits' and p.polcmd = '*' and p.polwithcheck is null
              and pg_get_expr(p.polqual, p.polrelid) = '(role = CURRENT_USER)')
            or (p.polname = 'actor' and c.relname = 'acts' and p.polcmd = 'a' and not p.polpermissive)
            or (p.polname = 'record' and p.polpermissive
              and p.polroles = array[(select oid from pg_roles where rolname = (select record from given))]
              and (p.polcmd = 'r' and c.relname in ('rooms', 'logs', 'acts')
                or p.polcmd = '*' and c.relname in ('heads', 'tiles', 'entries', 'anchorings', 'cosignatures')))
            or (p.polname = 'founding' and p.polcmd = 'a' and p.polroles = array[(select oid from pg_roles where rolname = (select owner from given))]))`,
  },
  {
    what: 'policy of the door of another shape',
    sql: `select format('%s.%s', p.polrelid::regclass, p.polname) as found from pg_policy p
          join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'door' and not (p.polname = 'door' and p.polcmd = '*'
            and (select array_agg(r.rolname::text order by r.rolname) from pg_roles r where r.oid = any(p.polroles))
              = (select array_agg(x order by x) from given, unnest(array[given.owner, given.door]) x)
            and not 0 = any(p.polroles))`,
  },
  {
    what: 'view, materialised view, foreign table or sequence',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('parley', 'door') and c.relkind in ('v', 'm', 'f', 'S')`,
  },
  {
    what: 'function or trigger of ours',
    sql: `select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname in ('parley', 'door')
          union all select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('parley', 'door') and not t.tgisinternal`,
  },
  {
    what: 'role that sees through walls',
    sql: `select r.rolname as found from pg_roles r where (r.rolname like (select seats from given) or r.rolname in (select unnest(array[given.door, given.record]) from given))
          and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolinherit or r.rolreplication
               or exists (select from pg_auth_members m where m.member = r.oid))`,
  },
  {
    what: 'seat that can reach the door, or rewrite the record',
    sql: `select format('%s: %s on %s', r.rolname, p.what, c.oid::regclass) as found
          from pg_roles r cross join (values ('insert'), ('update'), ('references')) p (what)
          cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
          where r.rolname like (select seats from given) and c.relkind in ('r', 'p')
            and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and has_any_column_privilege(r.oid, c.oid, p.what)
            and not (n.nspname = 'parley' and (
              (p.what = 'insert' and c.relname in ('objects', 'acts', 'files', 'bearings'))
              or (p.what = 'update' and c.relname in ('logs', 'objects'))))
          union all
          select format('%s: %s on %s', r.rolname, p.what, c.oid::regclass)
          from pg_roles r cross join (values ('delete'), ('truncate'), ('trigger'), ('update')) p (what)
          cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
          where r.rolname like (select seats from given) and c.relkind in ('r', 'p')
            and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and has_table_privilege(r.oid, c.oid, p.what)
          union all
          select format('%s: select on %s', r.rolname, c.oid::regclass)
          from pg_roles r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
          where r.rolname like (select seats from given) and c.relkind in ('r', 'p', 'v', 'm', 'f')
            and n.nspname not in ('parley', 'information_schema') and n.nspname not like 'pg\\_%'
            and has_any_column_privilege(r.oid, c.oid, 'select')
          union all
          select format('%s: update of %s.%s', r.rolname, c.oid::regclass, a.attname)
          from pg_roles r cross join pg_attribute a join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
          where r.rolname like (select seats from given) and n.nspname = 'parley' and c.relkind = 'r' and a.attnum > 0
            and not a.attisdropped and has_column_privilege(r.oid, c.oid, a.attnum, 'update')
            and not (c.relname = 'logs' and a.attname = 'size')
            and not (c.relname = 'objects' and a.attname in ('revision', 'last', 'state'))`,
  },
  {
    what: "function outside the catalogue that runs with its owner's rights",
    sql: `select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  },
  {
    what: 'view outside the catalogue that reads rooms',
    sql: `select distinct v.oid::regclass::text as found from pg_class v
          join pg_rewrite w on w.ev_class = v.oid join pg_depend d on d.objid = w.oid
          join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
          where v.relkind in ('v', 'm') and n.nspname in ('parley', 'door')`,
  },
  {
    what: 'schema in which a seat can create',
    sql: `select format('%s in %s', r.rolname, n.nspname) as found from pg_roles r cross join pg_namespace n
          where r.rolname like (select seats from given) and n.nspname not like 'pg\\_%'
            and n.nspname <> 'information_schema' and has_schema_privilege(r.oid, n.oid, 'create')`,
  },
  {
    what: 'door that can read a room',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'parley' and c.relkind = 'r' and has_table_privilege((select door from given), c.oid, 'select')`,
  },
  {
    what: 'sequencer that can read words, or rewrite what was done',
    sql: `select format('%s of %s.%s', p.what, c.oid::regclass, a.attname) as found
          from (values ('select'), ('insert'), ('update'), ('references')) p (what) cross join pg_class c
          join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and has_column_privilege((select record from given), c.oid, a.attnum, p.what)
            and not (n.nspname = 'parley' and (
              (p.what = 'select' and (c.relname, a.attname) in (('rooms', 'room_id'), ('rooms', 'process_id'), ('rooms', 'kind'),
                ('rooms', 'seats'), ('logs', 'room_id'), ('logs', 'size'), ('acts', 'room_id'), ('acts', 'index'), ('acts', 'leaf')))
              or (p.what in ('select', 'insert') and c.relname in ('heads', 'tiles', 'entries', 'anchorings', 'cosignatures'))
              or (p.what = 'update' and c.relname in ('heads', 'tiles', 'cosignatures'))))
          union all
          select format('%s on %s', p.what, c.oid::regclass)
          from (values ('delete'), ('truncate'), ('trigger')) p (what) cross join pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and has_table_privilege((select record from given), c.oid, p.what)
            and not (n.nspname = 'parley' and c.relname in ('cosignatures', 'anchorings') and p.what = 'delete')`,
  },
  {
    what: 'table owned by a seat, the door or the sequencer',
    sql: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_roles r on r.oid = c.relowner where n.nspname in ('parley', 'door') and (r.rolname like (select seats from given) or r.rolname in (select unnest(array[given.door, given.record]) from given))`,
  },
]

const given = `with given (policy, owner, seats, door, record) as (values ($1::text, $2::text, $3::text, $4::text, $5::text))`

/** Every wall that does not hold, in words; empty when all hold. The connection must be the owner's. */
export const wallsLint = async (client: ClientBase, names: RoleNames): Promise<readonly string[]> => {
  const found: string[] = []
  const values = [seatPolicy, names.owner, names.seatPattern, names.door, names.record]
  for (const { what, sql } of checks) {
    const { rows } = await client.query<{ found: string }>(`${given} ${sql}`, values)
    found.push(...rows.map((row) => `${what}: ${row.found}`))
  }
  return found
}

/** Views of the catalogue that would tell a seat how busy the others are. */
const telling = [
  'pg_stat_activity',
  'pg_stat_all_tables',
  'pg_stat_user_tables',
  'pg_stat_sys_tables',
  'pg_stat_xact_all_tables',
  'pg_stat_xact_user_tables',
  'pg_stat_all_indexes',
  'pg_stat_user_indexes',
  'pg_statio_all_tables',
  'pg_statio_user_tables',
  'pg_stat_database',
  'pg_stat_wal',
  'pg_stat_bgwriter',
  'pg_locks',
  'pg_stats',
  'pg_prepared_xacts',
]

/** Functions that would tell the same: statistics, locks, sizes, transaction numbers, the position of the log. */
const tellingFunctions = `
  p.proname like 'pg\\_stat\\_get\\_%' or p.proname like 'pg\\_ls\\_%' or p.proname like 'txid\\_%'
  or p.proname like 'pg\\_current\\_%' or p.proname like 'pg\\_%\\_size' or p.proname like 'pg\\_snapshot\\_%'
  or p.proname in ('pg_lock_status', 'pg_blocking_pids', 'pg_last_committed_xact', 'pg_xact_status',
                   'pg_prepared_xact', 'pg_notification_queue_usage', 'pg_visible_in_snapshot')`

const narrow = `
  do $$ declare what text; begin
    for what in
      select format('select on pg_catalog.%I', v) from unnest(array[${telling.map((view) => `'${view}'`).join(', ')}]) v
      where has_table_privilege('public', format('pg_catalog.%I', v)::regclass, 'select')
      union all
      select format('execute on function %s', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f' and (${tellingFunctions})
        and has_function_privilege('public', p.oid, 'execute')
    loop
      begin
        execute format('revoke %s from public', what);
      exception when insufficient_privilege then null;
      end;
    end loop;
  end $$`

/** Takes these away from everybody but administrators; where the administrator may not, they stay as they are. */
export const narrowCatalogue = async (client: ClientBase): Promise<void> => {
  await client.query(narrow)
}
