-- The months in which something was loaded, and that of the last night: each is a file.
select distinct load_month
from arrivals
union
select date_trunc('month', getvariable('last_day') + 1)::date
order by load_month;
