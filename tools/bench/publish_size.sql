-- How many customers there are.
select count(*) from source.main.customer_360
