-- The sheets of a large workbook that are read apart from one another; a source without a line here is read as a whole.
create table piece (
    source_id integer not null,
    first_sheet integer not null,
    last_sheet integer not null,
    -- PENDING, READ or FAILED; the source is PENDING until none of its pieces is
    state text not null,
    primary key (source_id, first_sheet)
);
