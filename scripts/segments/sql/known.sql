-- Every segment that a run has ever seen.
select distinct segment_id from customer_segments order by segment_id
