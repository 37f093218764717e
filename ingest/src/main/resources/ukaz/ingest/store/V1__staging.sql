-- One text for SQLite and PostgreSQL. Coded texts are written by StoreCodec.
-- What a run brought holds from that run on until another one ends it; a check is run 0 of a store of its own.
create table source (
    id integer primary key,
    path text not null,
    location text not null,
    sha256 text not null,
    bytes bigint not null,
    format text,
    state text not null,
    -- 1 where earlier conferrals may be missing from it
    part_of_register integer not null,
    since_run integer not null,
    until_run integer
);
create table sheet (
    source_id integer not null,
    sheet integer not null,
    name text,
    rows_read bigint not null,
    rows_record bigint not null,
    rows_blank bigint not null,
    rows_not_data bigint not null,
    rows_rejected bigint not null,
    primary key (source_id, sheet)
);
create table layout (
    source_id integer not null,
    sheet integer not null,
    header_row integer not null,
    header_rows integer not null,
    row_groups integer not null,
    columns text not null,
    primary key (source_id, sheet, header_row)
);
-- The titles and the field of each column that records share, kept once.
create table shape (
    id text primary key,
    columns text not null
);
create table record (
    source_id integer not null,
    sheet integer not null,
    row_no integer not null,
    row_group integer not null,
    id text not null,
    shape_id text not null,
    person text,
    fields text not null,
    cells text not null,
    primary key (source_id, sheet, row_no, row_group)
);
-- Records that rules want to see again in full, in the order they want them.
create table related (
    position integer primary key,
    source_id integer not null,
    sheet integer not null,
    row_no integer not null,
    row_group integer not null
);
create table finding (
    source_id integer not null,
    sheet integer not null,
    row_no integer not null,
    column_no integer not null,
    rule text not null,
    severity text not null,
    record_id text not null,
    fingerprint text not null,
    details text not null,
    -- what was looked at together to find it; null for a row by itself
    scope text,
    since_run integer not null,
    until_run integer
);
create table change (
    source_id integer not null,
    sheet integer not null,
    row_no integer not null,
    column_no integer not null,
    record_id text not null,
    details text not null
);
create table skipped (
    source_id integer not null,
    sheet integer not null,
    row_no integer not null,
    reason text not null,
    kind text not null,
    cells text not null,
    primary key (source_id, sheet, row_no)
);
create table tally (
    run_id integer not null,
    -- -1 for the run as a whole
    source_id integer not null,
    rule text not null,
    checked bigint not null,
    found bigint not null,
    undecided bigint not null,
    primary key (run_id, source_id, rule)
);
