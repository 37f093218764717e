-- What workers on other machines read of a run.
create table part (
    id integer primary key,
    run_id integer not null,
    -- as the job names it: a key made from the list of files
    name text not null,
    source_id integer not null,
    -- of the job's step that waits for it; a request of any other is stale
    execution bigint not null,
    state text not null,
    -- whoever holds it writes this with every chunk, and nobody else can; null where nobody does
    holder text,
    worker text,
    attempts integer not null,
    failure text,
    unique (run_id, name)
);
-- Who did what: one line for each time that a worker took a part.
create table part_work (
    part_id integer not null,
    holder text not null,
    worker text not null,
    rows_read bigint not null,
    corrected bigint not null,
    started text not null,
    ended text not null,
    primary key (part_id, holder)
);
