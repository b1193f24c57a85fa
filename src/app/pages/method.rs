//! The page on the method: what each rule does and where it comes from.

use yew::prelude::*;

pub(in crate::app) fn method_page() -> Html {
    html! {
        <div class="prose">
            <h1>{ "The method" }</h1>
            <p class="lead">
                { "What is computed, by which rules, and where they come from." }
            </p>
            <h2>{ "Whose figures" }</h2>
            <p>
                <strong>{ "Disadvantaged" }</strong>
                { " pupils had free school meals in the last six years, are looked after, or were adopted from care. \
                   Everybody else is called " }
                <strong>{ "other" }</strong>
                { ". The attainment gap is the other pupils' figure less the disadvantaged pupils' figure; it is shown \
                   only where both are published." }
            </p>
            <h2>{ "A trust's figure" }</h2>
            <p>
                { "The Department for Education weights each school of a trust by its pupils and by the years it has \
                   been in the trust, at most five. The trust file holds the result, rounded; the page uses it as \
                   published and never weights it again. A value that is suppressed or otherwise missing is shown \
                   with its reason and is never taken for zero." }
            </p>
            <h2>{ "Eligible trusts" }</h2>
            <p>
                { "A multi-academy trust is eligible when at least three of its schools count: mainstream academies \
                   that have been in the trust for three years and have results." }
            </p>
            <h2>{ "A region's figure" }</h2>
            <dl>
                <dt>{ "Simple mean of trusts" }</dt>
                <dd>
                    { "The mean of the eligible trusts' figures by lead region; trusts without a published figure \
                       are left out. This is the rule of the South-West Social Mobility Commission's analysis of \
                       June 2024." }
                </dd>
                <dt>{ "Weighted by pupils" }</dt>
                <dd>{ "The same, each trust weighted by its pupils of the group." }</dd>
            </dl>
            <p>
                { "Under each finding the page says under how many of these rules it holds and which one breaks it." }
            </p>
            <h2>{ "Ranks" }</h2>
            <p>
                { "Standard competition ranking: trusts that tie share the better rank (1, 2, 2, 4). Higher is better, \
                   but for gaps smaller is. A top ten is everyone whose rank is at most 10; published percentages are \
                   whole numbers, so ties are common and a top ten can hold more than ten trusts." }
            </p>
            <h2>{ "What you may not conclude" }</h2>
            <p>
                { "That a trust ranked above another teaches better. Intakes, contexts and selection differ, and many \
                   figures rest on few pupils; this page does not show yet how uncertain they are." }
            </p>
        </div>
    }
}
