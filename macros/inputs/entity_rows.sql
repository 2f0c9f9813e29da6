{#-
  The query of base_customers and base_subscriptions: every row of the files, typed, with why
  it cannot be used, which values could not be read, and its rank among the rows of one key,
  the newest first. No rows while the files are those that the table was made of.

  table_name: customers or subscriptions. key: list of the columns that tell its rows apart.
-#}
{% macro entity_rows(table_name, key) %}
{%- set files = input_files(table_name) -%}
{%- if execute and is_incremental() and not input_changed(table_name) %}
select *
from {{ this }}
where false
{%- elif execute and not files %}
{{ no_rows(table_name) }}
{%- else %}
with typed_rows as (

    {{ typed_rows(table_name, files) }}

),

keyed_rows as (

    select * exclude (typing_problem, raw_row, unread_line) replace (
        {% if 'subscription_id' in key -%}
        -- without an id a subscription is told from others by its plan and start
        coalesce(
            nullif(subscription_id, ''), concat_ws(' since ', plan, started_at), ''
        ) as subscription_id,
        {% endif -%}
        coalesce(nullif(tenant_id, ''), 'default') as tenant_id
    ),
        {{ entity_problem() }} as rejection_reason,
        case
            when rejection_reason is not null or bad_cells is not null
                then {{ raw_row_text() }}
        end as raw_row
    from typed_rows

)

select
    *,
    case
        when rejection_reason is null
            then row_number() over (
                partition by {{ key | join(', ') }}
                order by {{ newest_first() }}
            )
    end as version_rank
from keyed_rows
{%- endif %}
{% endmacro %}
