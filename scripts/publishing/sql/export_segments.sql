-- The segments that are active now.
select distinct segment_id from customer_segments where is_active order by segment_id
