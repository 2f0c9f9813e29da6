-- The warehouse, to be read only.
set TimeZone = 'UTC';
attach {{ warehouse | literal }} as warehouse (read_only);
