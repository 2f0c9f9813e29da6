{{ done_by_customers(ref('int_customer_event_days')) }}
