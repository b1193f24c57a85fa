//! A picture's marks as SVG elements.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::shared::Shared;
use crate::chart::{Mark, Picture, Shape};
use crate::export::svg::anchor_word;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) picture: Shared<Rc<Picture>>,
    /// Tells the ids of this picture from those of others.
    pub(in crate::app) id: AttrValue,
}

#[component]
pub(in crate::app) fn PictureView(props: &Props) -> Html {
    let picture = &props.picture.0;
    let (title, description) = (
        format!("{}-title", props.id),
        format!("{}-description", props.id),
    );
    html! {
        <svg
            class="picture"
            role="img"
            aria-labelledby={title.clone()}
            aria-describedby={description.clone()}
            viewBox={format!("0 0 {} {}", picture.width, picture.height)}
            width={picture.width.to_string()}
            height={picture.height.to_string()}
        >
            <title id={title}>{ picture.title.clone() }</title>
            <desc id={description}>{ picture.description.clone() }</desc>
            { for picture.marks.iter().map(mark_view) }
        </svg>
    }
}

fn mark_view(mark: &Mark) -> Html {
    let class = mark.ink.class();
    let subject = mark.about.as_ref();
    let id = subject.map(|subject| subject.id.clone());
    let title = subject.map(|subject| html! { <title>{ subject.words.clone() }</title> });
    match &mark.shape {
        Shape::Line { from, to, width } => html! {
            <line
                {class}
                data-subject={id}
                x1={from.0.to_string()}
                y1={from.1.to_string()}
                x2={to.0.to_string()}
                y2={to.1.to_string()}
                stroke-width={width.to_string()}
            >{ title }</line>
        },
        Shape::Circle { centre, radius } => html! {
            <circle
                {class}
                data-subject={id}
                cx={centre.0.to_string()}
                cy={centre.1.to_string()}
                r={radius.to_string()}
            >{ title }</circle>
        },
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => html! {
            <text
                {class}
                x={at.0.to_string()}
                y={at.1.to_string()}
                font-size={size.to_string()}
                font-weight={bold.then_some("700")}
                text-anchor={anchor_word(*anchor)}
            >{ text.clone() }</text>
        },
    }
}
