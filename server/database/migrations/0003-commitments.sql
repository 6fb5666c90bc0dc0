-- Commitments: a room of its own for each verifier's mission, and what bears on which obligation.
-- `{owner}` is replaced by the role name of this installation before the file is run.

set role {owner};

-- Which objects bear on which: a report on an obligation, a finding on a case. Text is compared by `texteq`, which the
-- walls let an index answer before they are looked at; what is inside `objects.state` they do not.
create table parley.bearings (
  room_id uuid not null,
  about text not null,
  kind text not null,
  object_id text not null,
  first bigint not null,
  primary key (room_id, about, kind, object_id)
);
create index on parley.bearings (room_id, about, first);
-- A room's register is read page by page, newest first.
create index on parley.objects (room_id, kind, first);
alter table parley.bearings enable row level security;
alter table parley.bearings force row level security;
create policy seat on parley.bearings
  using (room_id in (select s.room_id from parley.sits s where s.role = current_user));

do $$
declare s record; mission uuid;
begin
  for s in select role from door.seats loop
    execute format('grant select, insert on parley.bearings to %I', s.role);
  end loop;
  -- Processes that were founded before a mission had a room of its own.
  for s in select process_id, seat, role from door.seats where kind = 'verifier' loop
    mission := gen_random_uuid();
    insert into parley.rooms (room_id, process_id, key, kind, name, seats)
    values (mission, s.process_id, 'mission-' || s.seat, 'mission',
      '{"en": "The mission''s own room", "ru": "Рабочая комната миссии"}', jsonb_build_array(s.seat));
    insert into parley.logs (room_id) values (mission);
    insert into parley.sits (room_id, role, seat) values (mission, s.role, s.seat);
  end loop;
end $$;
reset role;
