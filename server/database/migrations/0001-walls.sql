-- The walls. Every row that is anybody's secret carries its room, and a seat sees the rows of the rooms it sits in.
-- `{owner}` and `{door}` are replaced by the role names of this installation before the file is run.

create schema parley authorization {owner};
create schema door authorization {owner};
set role {owner};

create table parley.rooms (
  room_id uuid primary key,
  process_id uuid not null,
  key text not null,
  kind text not null,
  name jsonb not null,
  seats jsonb not null
);

-- Which role sits in which room. A seat sees its own lines and nobody else's.
create table parley.sits (
  room_id uuid not null references parley.rooms,
  role name not null,
  seat text not null,
  primary key (room_id, role)
);
create index on parley.sits (role, room_id);

create table parley.logs (
  room_id uuid primary key references parley.rooms,
  size bigint not null default 0
);

-- No foreign key from here on: the policy admits only rooms that are in parley.sits, and a check of every row is dear.
create table parley.objects (
  room_id uuid not null,
  kind text not null,
  object_id text not null,
  revision integer not null,
  first bigint not null,
  last bigint not null,
  state jsonb not null,
  primary key (room_id, kind, object_id)
);
create index on parley.objects (room_id, last);
create index objects_open_silence on parley.objects (room_id) where kind = 'silence' and state ->> 'standing' = 'open';

create table parley.acts (
  room_id uuid not null,
  index bigint not null,
  act_id uuid not null,
  kind text not null,
  object_id text not null,
  seat text,
  member_id uuid,
  at timestamptz(3) not null,
  payload jsonb not null,
  salt bytea not null check (length(salt) = 32),
  leaf text not null,
  primary key (room_id, index),
  unique (room_id, act_id)
);

create table parley.files (
  room_id uuid not null,
  file text not null,
  type text not null,
  bytes integer not null,
  names jsonb not null,
  content bytea not null,
  primary key (room_id, file)
);
alter table parley.files alter column content set storage external;

do $$
declare t text;
begin
  foreach t in array array['rooms', 'logs', 'objects', 'acts', 'files'] loop
    execute format('alter table parley.%I enable row level security', t);
    execute format('alter table parley.%I force row level security', t);
    execute format(
      'create policy seat on parley.%I using (room_id in (select s.room_id from parley.sits s where s.role = current_user))', t);
  end loop;
  -- Nobody writes an act in the name of a seat that is not their own.
  create policy actor on parley.acts as restrictive for insert with check (seat is null or seat in (
    select s.seat from parley.sits s where s.role = current_user and s.room_id = acts.room_id));
  alter table parley.sits enable row level security;
  alter table parley.sits force row level security;
  create policy seat on parley.sits using (role = current_user);
  -- The owner founds rooms and can read none of them.
  foreach t in array array['rooms', 'sits', 'logs'] loop
    execute format('create policy founding on parley.%I for insert to {owner} with check (true)', t);
  end loop;
end $$;

-- The door: who may come in, as which member. No seat can read any of it, and the door can read no room.
create table door.migrations (name text primary key, sha256 text not null, at timestamptz not null default now());
create table door.processes (
  process_id uuid primary key,
  key text not null unique,
  name jsonb not null,
  exercise boolean not null,
  languages jsonb not null,
  ready boolean not null default false
);
create table door.seats (
  process_id uuid not null references door.processes,
  seat text not null,
  kind text not null,
  role name not null unique,
  primary key (process_id, seat)
);
-- A member is known by process, seat and id together: ids are made by clients and are unique in a seat only.
create table door.accounts (
  process_id uuid not null,
  seat text not null,
  member_id uuid not null,
  primary key (process_id, seat, member_id),
  foreign key (process_id, seat) references door.seats
);
create table door.credentials (
  credential_id text primary key,
  process_id uuid not null,
  seat text not null,
  member_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  made_at timestamptz not null default now(),
  foreign key (process_id, seat, member_id) references door.accounts
);
create table door.challenges (
  challenge text primary key,
  purpose text not null,
  expires timestamptz not null
);
create table door.invitations (
  token_hash bytea primary key,
  process_id uuid not null,
  seat text not null,
  member_id uuid not null,
  function text not null,
  expires timestamptz not null,
  used_at timestamptz
);
create table door.sessions (
  token_hash bytea primary key,
  process_id uuid not null,
  seat text not null,
  member_id uuid not null,
  expires timestamptz not null
);
create index on door.sessions (process_id, seat, member_id);

do $$
declare t text;
begin
  foreach t in array array['migrations', 'processes', 'seats', 'accounts', 'credentials', 'challenges', 'invitations', 'sessions'] loop
    execute format('alter table door.%I enable row level security', t);
    execute format('alter table door.%I force row level security', t);
    execute format('create policy door on door.%I to {door}, {owner} using (true) with check (true)', t);
  end loop;
end $$;

grant usage on schema door to {door};
grant select, insert, update, delete on door.accounts, door.credentials, door.challenges, door.invitations, door.sessions to {door};
grant select on door.processes, door.seats, door.migrations to {door};
reset role;
