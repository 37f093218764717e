-- How the words of a column were read, once for all its cells: a register says "СССР" in every row.
create table reading (
    source_id integer not null,
    sheet integer not null,
    column_no integer not null,
    details text not null,
    -- the first of the cells
    row_no integer not null,
    record_id text not null,
    times bigint not null,
    primary key (source_id, sheet, column_no, details)
);
