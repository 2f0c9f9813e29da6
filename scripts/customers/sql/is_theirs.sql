-- Whether a row is about the customer who is erased; with_visitor: or about an anonymous id of theirs.
tenant_id = {{ tenant | literal }}
and (
    customer_id = {{ customer | literal }}
    {%- if with_visitor %}
    or customer_id is null and anonymous_id in (select anonymous_id from erased_ids)
    {%- endif %}
)
