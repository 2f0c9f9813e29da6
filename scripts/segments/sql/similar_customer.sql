-- The customer id that is most like one that nobody has.
select customer_id
from int_customers
where jaro_winkler_similarity(customer_id, left($customer_id, 200)) > 0.8
order by jaro_winkler_similarity(customer_id, left($customer_id, 200)) desc, customer_id
limit 1
