-- The days are finished as they were, with the transitions that are left.
update segment_runs
set transition_checksum = coalesce(
    (
        select bit_xor(hash(tenant_id, segment_id, customer_id, transition, reason))
        from segment_transitions
        where segment_transitions.as_of_date = segment_runs.as_of_date
    ),
    0
)
