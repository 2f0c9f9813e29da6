{#-
  A subscription's status at the end of as_of_date, from what the source says today: what
  was cancelled later was not cancelled yet, and before the end of a trial that is over by
  now, it was a trial. A trial that is still to end does not overrule the source.

  subscriptions: alias with status, cancelled_at, trial_ends_at. day: alias of
  int_as_of_date.
-#}
{% macro status_on_day(subscriptions, day) -%}
    case
        when
            {{ subscriptions }}.status = 'cancelled'
            and {{ subscriptions }}.cancelled_at >= {{ day }}.as_of_end_at
            then
                case
                    when {{ subscriptions }}.trial_ends_at >= {{ day }}.as_of_end_at
                        then 'trialing'
                    else 'active'
                end
        when
            {{ subscriptions }}.status in ('active', 'past_due')
            and {{ subscriptions }}.trial_ends_at >= {{ day }}.as_of_end_at
            and {{ subscriptions }}.trial_ends_at <= {{ day }}.last_loaded_at
            then 'trialing'
        else {{ subscriptions }}.status
    end
{%- endmacro %}
