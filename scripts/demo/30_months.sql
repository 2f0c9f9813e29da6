-- The months in which something was loaded: each is one file.
select distinct load_month from arrivals order by load_month;
