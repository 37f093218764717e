-- What an archive keeps beside the sources of its runs. V2 are the tables of the job itself.
create table run (
    id integer primary key,
    request text not null,
    state text not null,
    version text not null,
    started text not null,
    finished text,
    arguments text not null,
    records bigint not null,
    findings bigint not null
);
-- What tells the people of a source apart, packed.
create table card (
    source_id integer not null,
    part integer not null,
    records integer not null,
    places bytea not null,
    people bytea not null,
    primary key (source_id, part)
);
-- What holds for the archive as a whole, by name.
create table note (
    name text primary key,
    text text not null,
    data bytea
);
create index source_sha256 on source (sha256);
create index source_path on source (path);
create index record_person on record (person);
create index finding_together on finding (record_id) where scope is not null;
create index finding_register on finding (scope) where scope = 'register';
create index finding_run on finding (since_run);
create index tally_source on tally (source_id);
