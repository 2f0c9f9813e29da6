{#-
  The input contract: the columns of one input table, in order.

  table_name: events, customers or subscriptions, or a feed of them.
  Returns a list of {name, kind, required}. Kinds say how a column is typed and checked:
  text, key (text that may not be empty), currency (a key in capitals), number, integer,
  age (an integer, or a band of which it is the lower end), coordinate, time, date, json,
  and secret (text that leaves staging only as a salted hash, named <name>_hash).
-#}
{% macro canonical_columns(table_name) %}
    {% set kinds = {
        'events': [
            ('tenant_id', 'text'), ('customer_id', 'key'), ('event_id', 'text'),
            ('event_type', 'key'), ('event_category', 'text'), ('product_id', 'text'),
            ('product_name', 'text'), ('product_category', 'text'),
            ('currency', 'currency'), ('event_properties', 'json'), ('page_url', 'text'),
            ('referrer_url', 'text'), ('source', 'text'), ('medium', 'text'),
            ('campaign', 'text'), ('ip_address', 'secret'), ('user_agent', 'text'),
            ('device_type', 'text'), ('browser', 'text'), ('os', 'text'),
            ('country', 'text'), ('region', 'text'), ('city', 'text'),
            ('session_id', 'key'), ('anonymous_id', 'key'), ('event_value', 'number'),
            ('latitude', 'coordinate'), ('longitude', 'coordinate'),
            ('event_at', 'time'), ('loaded_at', 'time'),
        ],
        'customers': [
            ('tenant_id', 'text'), ('customer_id', 'key'), ('email', 'secret'),
            ('gender', 'text'), ('income', 'text'), ('country', 'text'),
            ('region', 'text'), ('city', 'text'), ('timezone', 'text'),
            ('language', 'text'), ('occupation', 'text'), ('company_size', 'text'),
            ('industry', 'text'), ('job_title', 'text'), ('properties', 'json'),
            ('age', 'age'), ('team_size', 'integer'), ('birth_date', 'date'),
            ('signed_up_at', 'time'), ('updated_at', 'time'),
        ],
        'subscriptions': [
            ('tenant_id', 'text'), ('customer_id', 'key'), ('subscription_id', 'text'),
            ('plan', 'text'), ('status', 'text'), ('currency', 'currency'),
            ('mrr', 'number'), ('started_at', 'time'), ('trial_ends_at', 'time'),
            ('cancelled_at', 'time'), ('updated_at', 'time'),
        ],
    } %}
    {% set required = {
        'events': ['customer_id', 'event_type', 'event_at'],
        'customers': ['customer_id'],
        'subscriptions': ['customer_id'],
    } %}
    {% set columns = [] %}
    {% set table_name = table_of_feed(table_name) %}
    {% for name, kind in kinds[table_name] %}
        {% do columns.append({
            'name': name, 'kind': kind, 'required': name in required[table_name],
        }) %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
