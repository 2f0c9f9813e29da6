-- The same memberships as CSV.
copy (select * from read_parquet({{ file | literal }}))
to {{ target | literal }} (format csv, header true)
