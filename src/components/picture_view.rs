//! Renders a picture's marks as SVG elements.

use std::rc::Rc;

use plot::{DrawnMark, Picture, Shape};
use show::export::svg::{anchor_word, points_attribute, tenths};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::shared::Shared;

use super::parts::each;

/// A picture as a property, or `None` until its width is known.
pub(super) type SharedPicture = Shared<Rc<Option<Picture>>>;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) picture: SharedPicture,
    /// A prefix that distinguishes this picture's elements from those of other pictures.
    pub(super) id: AttrValue,
}

/// A picture. It is a component, so its elements are rendered once for each picture and not whenever its surroundings
/// change.
#[component]
pub(super) fn PictureView(props: &Props) -> Html {
    match &*props.picture.0 {
        Some(picture) => picture_view(picture, &props.id),
        None => html! {},
    }
}

fn picture_view(picture: &Picture, id: &str) -> Html {
    let (title, description) = (format!("{id}-title"), format!("{id}-description"));
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
            { each(picture.marks.iter().map(mark_view)) }
        </svg>
    }
}

/// The attributes of shapes. The last one is optional.
const LINE: [&str; 7] = ["class", "x1", "y1", "x2", "y2", "stroke-width", "data-subject"];
const PATH: [&str; 4] = ["class", "points", "stroke-width", "data-subject"];
const AREA: [&str; 3] = ["class", "points", "data-subject"];
const CIRCLE: [&str; 5] = ["class", "cx", "cy", "r", "data-subject"];
const TEXT: [&str; 6] = ["class", "x", "y", "font-size", "text-anchor", "font-weight"];

pub(super) fn mark_view(mark: &DrawnMark) -> Html {
    let subject = mark.about.as_ref();
    let mut last = subject.map(|subject| AttrValue::from(subject.id.clone()));
    let mut inside = subject.map(|subject| html! { <title>{ &subject.words }</title> });
    let (tag, keys, values): (_, &'static [&'static str], _) = match &mark.shape {
        Shape::Line { from, to, width } => {
            let values = [from.0, from.1, to.0, to.1, *width];
            ("line", &LINE, values.map(tenths).to_vec())
        }
        Shape::Path { points, width } => ("polyline", &PATH, vec![points_attribute(points), tenths(*width)]),
        Shape::Area { corners } => ("polygon", &AREA, vec![points_attribute(corners)]),
        Shape::Circle { centre, radius } => {
            let values = [centre.0, centre.1, *radius];
            ("circle", &CIRCLE, values.map(tenths).to_vec())
        }
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => {
            inside = Some(text.into());
            last = bold.then_some(AttrValue::Static("700"));
            let mut values = [at.0, at.1, *size].map(tenths).to_vec();
            values.push(anchor_word(*anchor).to_owned());
            ("text", &TEXT, values)
        }
    };
    let mut all = vec![Some(AttrValue::Static(mark.ink.class))];
    all.extend(values.into_iter().map(|value| Some(value.into())));
    all.push(last);
    let values = all.into_iter();
    let values = values.map(|value| value.map(AttributeOrProperty::Attribute));
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys,
        values: values.collect(),
    });
    element.add_children(inside);
    element.into()
}
