-- Every event type that was ever seen.
select distinct event_type from int_customer_event_days
