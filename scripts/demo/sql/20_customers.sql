-- What is known about the people, with the gaps and spellings that such tables have.
copy (
    with thrown as (
        select
            people.*,
            cities.* exclude (city_code, utc_hours, weight, first_slot),
            dice('who', person) as who,
            dice('age', person) as age_throw,
            dice('work', person) as work,
            dice('company', person) as company,
            dice('psyche', person) as psyche,
            dice('gaps', person) as gaps
        from people
        inner join cities on people.city_code = cities.city_code
        where people.has_profile
    ),

    described as (
        select
            *,
            least(
                88, 15 + floor(30 * (face(age_throw, 0) + face(age_throw, 1)))
                + if(face(age_throw, 3) < 0.08, 20, 0)
            )::integer as years,
            [
                'Male', 'Male', 'Male', 'male', 'male', 'MALE', 'M', 'M',
                'Female', 'Female', 'Female', 'female', 'female', 'F', 'F', 'f',
                'Non-binary', 'nonbinary', 'Prefer not to say', 'unknown'
            ] as genders,
            [
                'Professional', 'Professional', 'Professional', 'Student', 'Executive',
                'Retired', 'Freelancer'
            ] as occupations,
            ['1-10', '10-50', '51-200', '201-500', '500+'] as company_sizes,
            [
                'Tech', 'SaaS', 'Media', 'Education', 'Retail', 'Healthcare', 'Finance',
                'Nonprofit'
            ] as industries,
            [
                'Video Editor', 'Marketing Manager', 'Director of Content',
                'VP Marketing', 'Designer', 'Software Engineer', 'Founder',
                'Product Manager', 'Teacher'
            ] as job_titles
        from thrown
    )

    select
        tenant_id,
        customer_id,
        if(face(gaps, 3) < 0.97, signed_up_at, null) as signed_up_at,
        if(face(who, 0) < 0.96, 'customer' || customer_id[2:] || '@example.com', null)
            as email,
        if(
            face(age_throw, 2) < 0.55,
            getvariable('last_day')
            - to_days(years * 365 + years // 4 + pick(who, 3, 365)),
            null
        )::date as birth_date,
        if(face(age_throw, 2) between 0.55 and 0.85, years, null) as age,
        if(face(who, 2) < 0.85, genders[1 + pick(who, 1, 20)], null) as gender,
        case
            when face(work, 0) < 0.35
                then (18000 + floor(wait(work, 1, 42000) / 500) * 500)::integer::varchar
            when face(work, 0) < 0.42 then 'Low Income'
            when face(work, 0) < 0.48 then 'Average'
            when face(work, 0) < 0.52 then 'Above Average'
            when face(work, 0) < 0.55 then 'High Income'
        end as income,
        case
            when face(gaps, 0) < 0.05 then null
            when face(gaps, 0) < 0.12 and country = 'US' then 'United States'
            else country
        end as country,
        if(face(gaps, 0) < 0.1, null, region) as region,
        if(face(gaps, 0) < 0.15, null, city) as city,
        if(face(gaps, 1) < 0.2, null, timezone) as timezone,
        if(face(gaps, 1) < 0.1, null, language) as language,
        if(face(gaps, 2) < 0.35, null, occupations[1 + pick(work, 2, 7)])
            as occupation,
        if(face(company, 0) < 0.5, company_sizes[1 + pick(company, 1, 5)], null)
            as company_size,
        if(face(company, 0) < 0.55, industries[1 + pick(company, 2, 8)], null)
            as industry,
        if(face(company, 0) < 0.6, job_titles[1 + pick(company, 3, 9)], null)
            as job_title,
        case
            when face(work, 3) < 0.3 then 1
            when face(work, 3) < 0.7 then 2 + least(498, wait(work, 1, 12)::integer)
        end as team_size,
        case
            when face(psyche, 0) < 0.4
                then
                    json_object(
                        'values',
                        ['Innovation', 'Security', 'Convenience', 'Cost-effectiveness'][
                            1 + pick(psyche, 1, 4)
                        ],
                        'personality',
                        ['Risk-taker', 'Conservative', 'Social', 'Independent'][
                            1 + pick(psyche, 2, 4)
                        ],
                        'lifestyle',
                        [
                            'Tech-savvy', 'Traditional', 'Mobile-first',
                            'Desktop-focused', null
                        ][1 + pick(psyche, 3, 5)],
                        'motivations',
                        ['Efficiency', 'Status', 'Learning', 'Entertainment'][
                            1 + pick(gaps, 2, 4)
                        ],
                        'newsletter', face(gaps, 1) < 0.5
                    )::varchar
            when face(psyche, 0) < 0.65
                then
                    json_object(
                        'newsletter', face(gaps, 1) < 0.5,
                        'account', json_object('seats', 1 + pick(psyche, 1, 40))
                    )::varchar
        end as properties
    from described
    order by person
) to (getvariable('folder') || '/customers.parquet') (format parquet, compression zstd);
