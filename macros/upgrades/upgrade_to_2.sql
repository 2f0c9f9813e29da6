{#-
  Rates of messages count messages, where they counted events: of what earlier days knew
  only the counts are left, and no more are opened than were sent. No session was a part
  of an id. Customers are read again, since ages may be bands.
-#}
{% macro upgrade_to_2() %}
    {% set names = {
        'emails_sent_30d': 'email_messages_30d',
        'emails_opened_30d': 'email_messages_opened_30d',
        'emails_clicked_30d': 'email_messages_clicked_30d',
        'sms_sent_30d': 'sms_messages_30d',
        'sms_opened_30d': 'sms_messages_opened_30d',
    } %}
    {% set sessions = stored_table('int_sessions') %}
    {% set snapshots = stored_table('int_segment_day_snapshots') %}
    {% set statements = [] %}
    {% if load_relation(snapshots) %}
        {% for before, after in names.items() %}
            {% do statements.append(
                'alter table ' ~ snapshots ~ ' rename ' ~ before ~ ' to ' ~ after
            ) %}
        {% endfor %}
        {% do statements.append(
            'update ' ~ snapshots ~ ' set'
            ~ ' email_messages_opened_30d = least(email_messages_opened_30d, email_messages_30d),'
            ~ ' email_messages_clicked_30d = least(email_messages_clicked_30d, email_messages_30d),'
            ~ ' sms_messages_opened_30d = least(sms_messages_opened_30d, sms_messages_30d)'
        ) %}
    {% endif %}
    {% if load_relation(sessions) %}
        {% do statements.append(
            'alter table ' ~ sessions ~ ' add column is_part_of_id boolean default false'
        ) %}
    {% endif %}
    {% if load_relation(stored_table('base_events')) %}
        {% do statements.append(
            'alter table ' ~ stored_table('base_events') ~ ' add column anonymous_id varchar'
        ) %}
    {% endif %}
    {% if load_relation(stored_table('base_customers')) %}
        {% do statements.append(
            'alter table ' ~ stored_table('base_customers') ~ ' add column is_age_from_band boolean'
        ) %}
        {% do statements.append(
            'update ' ~ stored_table('base_customers') ~ " set file_version = ''"
        ) %}
    {% endif %}
    {{ return(statements | join(';\n')) }}
{% endmacro %}
