{{ done_by_customers(ref('stg_events')) }}
