with customers as (

    select
        *,
        {{ cleaned_text('gender') }} as gender_spelling,
        {{ cleaned_text('country') }} as country_spelling,
        {{ cleaned_text('region') }} as region_spelling,
        {{ number_of_text("replace(income, ',', '')") }} as income_amount,
        replace(trim(company_size), ',', '') as company_size_text
    from {{ ref('int_customers') }}

),

as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

traffic as (

    select * from {{ ref('int_customer_traffic_categories') }}

),

genders as (

    select * from {{ ref('gender_spellings') }}

),

countries as (

    select * from {{ ref('country_names') }}

),

regions as (

    select * from {{ ref('us_regions') }}

),

-- how many percent of those with a numeric income in the tenant earn more
income_ranks as (

    select
        tenant_id,
        customer_id,
        100.0 * (rank() over (partition by tenant_id order by income_amount desc) - 1)
        / count(*) over (partition by tenant_id) as income_percentile
    from customers
    where income_amount is not null

),

final as (

    select
        customers.tenant_id,
        customers.customer_id,
        genders.gender as gender_name,
        countries.country_code,
        countries.country_name,
        regions.state_name as us_state,
        regions.us_region as census_region,
        case
            when customers.income_amount is null then nullif(trim(customers.income), '')
        end as income_name,
        {% for trait in ['values', 'personality', 'lifestyle', 'motivations'] -%}
        nullif(trim({{ json_path_text('customers.properties', [trait]) }}), '')
            as stated_{{ trait }},
        {% endfor -%}
        traffic.main_traffic_category,
        traffic.first_traffic_category,
        traffic.last_traffic_category,
        {{ age_on('customers.birth_date', 'customers.age', 'as_of_date.as_of_date') }}
            as age_years,
        customers.birth_date is null and coalesce(customers.is_age_from_band, false)
            as is_age_from_band,
        {{ company_size_bound('customers.company_size_text', 1) }} as company_size_from,
        {{ company_size_bound('customers.company_size_text', 2) }} as company_size_to,
        {{ money('customers.income_amount') }} as income_amount,
        {{ money(income_from('customers.income_amount', 'customers.income')) }}
            as income_from,
        income_ranks.income_percentile,
        100.0 * summary.mobile_sessions / nullif(summary.total_sessions, 0)
            as mobile_session_percent,
        100.0 * summary.desktop_sessions / nullif(summary.total_sessions, 0)
            as desktop_session_percent,
        as_of_date.as_of_date
    from customers
    cross join as_of_date
    left join summary
        on
            customers.tenant_id = summary.tenant_id
            and customers.customer_id = summary.customer_id
    left join traffic
        on
            customers.tenant_id = traffic.tenant_id
            and customers.customer_id = traffic.customer_id
    left join genders
        on customers.gender_spelling = genders.spelling
    left join countries
        on customers.country_spelling = countries.spelling
    left join regions
        on
            customers.region_spelling = regions.spelling
            and (countries.country_code = 'US' or customers.country_spelling is null)
    left join income_ranks
        on
            customers.tenant_id = income_ranks.tenant_id
            and customers.customer_id = income_ranks.customer_id

)

select * from final
