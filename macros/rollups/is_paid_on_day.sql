{#-
  A condition: whether a subscription brings in money on a day. Active ones and those whose
  payment is late do, trials and cancelled ones do not; where the source has no status, those
  that were not cancelled by then.

  subscriptions: alias with status as status_on_day() gives it, and with cancelled_at, null
  when it is later than the day.
-#}
{% macro is_paid_on_day(subscriptions) -%}
    case
        when {{ subscriptions }}.status is null then {{ subscriptions }}.cancelled_at is null
        else {{ subscriptions }}.status in ('active', 'past_due')
    end
{%- endmacro %}
