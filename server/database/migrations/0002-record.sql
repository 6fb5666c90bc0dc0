-- The record: what the sequencer publishes of each log. Seats read what belongs to their rooms; the sequencer's role
-- reads leaves, which tell nothing, and no words.
-- `{owner}`, `{door}` and `{record}` are replaced by the role names of this installation before the file is run.

set role {owner};

-- The signed head of each log: a compare-and-swap row. `note` is signed by the log; `shown` carries cosignatures too,
-- and `vouched` is the last one that every witness of the policy cosigned.
create table parley.heads (
  room_id uuid primary key,
  size bigint not null,
  note text not null,
  policy text not null,
  shown text,
  shown_policy text,
  shown_at timestamptz(3),
  vouched text,
  vouched_size bigint,
  vouched_at timestamptz(3)
);

-- Tiles of hashes (C2SP tlog-tiles); the last of each level grows until it is full.
create table parley.tiles (
  room_id uuid not null,
  level smallint not null,
  index bigint not null,
  bytes bytea not null,
  primary key (room_id, level, index)
);
alter table parley.tiles alter column bytes set storage external;

-- The leaves of an anchor log. Those of a room's log are with its acts.
create table parley.entries (
  room_id uuid not null,
  index bigint not null,
  leaf text not null,
  primary key (room_id, index)
);

-- Which leaf of the anchor log stands for a head of this room, and the salt that shows it: for each size the first one,
-- and the newest. Nobody needs the others: nothing had happened.
create table parley.anchorings (
  room_id uuid not null,
  index bigint not null,
  at timestamptz(3) not null,
  size bigint not null,
  root bytea not null check (length(root) = 32),
  salt bytea not null check (length(salt) = 32),
  primary key (room_id, index)
);
create index on parley.anchorings (room_id, size, index);

-- What each witness last said of each log, and since when it has said nothing.
create table parley.cosignatures (
  room_id uuid not null,
  seat text not null,
  key text not null,
  place text,
  size bigint,
  at timestamptz(3),
  line text,
  missing_since timestamptz(3),
  trouble text,
  primary key (room_id, seat)
);

-- A mirror's way in: a key that reads what one member may read, and does nothing.
create table door.mirrors (
  mirror_id uuid primary key,
  token_hash bytea not null unique,
  process_id uuid not null,
  seat text not null,
  member_id uuid not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3),
  foreign key (process_id, seat) references door.seats
);

do $$
declare t text; p record; anchor uuid; s record;
begin
  foreach t in array array['heads', 'tiles', 'entries', 'anchorings', 'cosignatures'] loop
    execute format('alter table parley.%I enable row level security', t);
    execute format('alter table parley.%I force row level security', t);
    execute format(
      'create policy seat on parley.%I using (room_id in (select s.room_id from parley.sits s where s.role = current_user))', t);
    execute format('create policy record on parley.%I to {record} using (true) with check (true)', t);
  end loop;
  foreach t in array array['rooms', 'logs', 'acts'] loop
    execute format('create policy record on parley.%I for select to {record} using (true)', t);
  end loop;
  alter table door.mirrors enable row level security;
  alter table door.mirrors force row level security;
  create policy door on door.mirrors to {door}, {owner} using (true) with check (true);
  -- Processes that were founded before there was an anchor log.
  for p in select process_id from door.processes loop
    anchor := gen_random_uuid();
    insert into parley.rooms (room_id, process_id, key, kind, name, seats)
    select anchor, p.process_id, 'anchor', 'anchor', '{}', coalesce(jsonb_agg(seat), '[]') from door.seats where process_id = p.process_id;
    insert into parley.sits (room_id, role, seat) select anchor, role, seat from door.seats where process_id = p.process_id;
  end loop;
  for s in select role from door.seats loop
    execute format('grant select on parley.heads, parley.tiles, parley.entries, parley.anchorings, parley.cosignatures to %I', s.role);
  end loop;
end $$;

grant select, insert, update, delete on door.mirrors to {door};
grant usage on schema parley to {record};
grant select (room_id, process_id, kind, seats) on parley.rooms to {record};
grant select (room_id, size) on parley.logs to {record};
grant select (room_id, index, leaf) on parley.acts to {record};
grant select, insert, update on parley.heads, parley.tiles to {record};
grant select, insert on parley.entries to {record};
grant select, insert, delete on parley.anchorings to {record};
grant select, insert, update, delete on parley.cosignatures to {record};
reset role;
