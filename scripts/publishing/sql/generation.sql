-- What this file holds: one row.
create table published.main.publication as
select
    cast({{ run_id | literal }} as varchar) as run_id,
    cast({{ duckdb_version | literal }} as varchar) as duckdb_version,
    cast({{ storage_version | literal }} as varchar) as storage_version,
    cast({{ layout | literal }} as integer) as layout,
    cast({{ as_of_date | literal }} as date) as as_of_date,
    cast({{ built_at | literal }} as timestamp) as built_at,
    cast({{ published_at | literal }} as timestamp) as published_at;

comment on table published.main.publication is
'One row: the run that all tables of this file come from. No file holds two.';
comment on column published.main.publication.run_id is
'The run that built the marts; also the name of the folder that the file is in.';
comment on column published.main.publication.duckdb_version is
'The DuckDB that wrote the file.';
comment on column published.main.publication.storage_version is
'The oldest DuckDB that can read the file.';
comment on column published.main.publication.layout is
'What a published folder holds; counts up when that changes.';
comment on column published.main.publication.as_of_date is
'The last day that the marts have seen.';
comment on column published.main.publication.built_at is 'When the run began, UTC.';
comment on column published.main.publication.published_at is
'When the file was written, UTC.';
